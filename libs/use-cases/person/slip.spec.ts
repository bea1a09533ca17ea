import { slipText } from './slip.ts';

it('a slip names the person, the code and the last moment it is good for, in Vietnam', () => {
  const slip = slipText({
    ...{ name: 'Đỗ Thị Hoa', username: 'do hoa', code: 'A9RP-SVR7-F0AQ-FN89' },
    expiresAt: '2026-12-01T18:05:59.000Z',
  });
  const lines = slip.split('\n');
  expect(lines[1]).toBe('Họ tên · Name: Đỗ Thị Hoa');
  expect(lines[2]).toBe('Tên đăng nhập · User name: do hoa');
  expect(lines[3]).toMatch(/: A9RP-SVR7-F0AQ-FN89$/u);
  expect(lines[4]).toContain('Good until: 01:05 02/12/2026');
});
