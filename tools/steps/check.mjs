import { command, suite } from './steps.mjs';

/** What needs no server, in lanes of about the same length. */
export function checkLanes() {
  return [
    [
      command('lint', 'eslint', '--max-warnings', '0', '.'),
      command('format', 'prettier', '--cache', '--check', '.', '--log-level', 'warn'),
      suite('architecture', 'architecture'),
    ],
    [
      command('types', 'tsc', '-p', 'tsconfig.json', '--noEmit'),
      command('layers', 'depcruise', '--config', '.dependency-cruiser.js', 'apps', 'libs', 'test', 'tools'),
      suite('unit', 'unit'),
    ],
  ];
}
