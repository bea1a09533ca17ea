export * from './read-configuration.ts';
export { settings } from './settings.ts';
export type { Setting, TrustedProxies } from './setting.ts';
