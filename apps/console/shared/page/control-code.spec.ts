import { controlCode } from './control-code.ts';

it('a control code is the beginning of the hash, in groups that can be read out', () => {
  expect(controlCode('32f0f7362c0d77c742a91ba828e954840f7b9a0d6924ceb19ceaf347a0495f78')).toBe('32F0-F736-2C0D-77C7');
});

it('of no hash there is no code', () => {
  expect(controlCode('')).toBe('');
});
