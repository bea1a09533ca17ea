import { command, suite } from './steps.mjs';

/** What needs no server, the longest first. */
export function checkSteps() {
  return [
    command('lint', 'eslint', '--max-warnings', '0', '.'),
    suite('unit', 'unit'),
    command('format', 'prettier', '--cache', '--check', '.', '--log-level', 'warn'),
    suite('architecture', 'architecture'),
    command('types', 'npm', 'run', '--silent', 'types'),
    command('unused', 'npm', 'run', '--silent', 'unused'),
    command('layers', 'npm', 'run', '--silent', 'layers'),
  ];
}
