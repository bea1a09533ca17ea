/** Injection token of {@link CookieOptions}. */
export const COOKIE = Symbol('cookie');

export interface CookieOptions {
  readonly httpOnly: true;
  readonly sameSite: 'strict';
  readonly path: '/';
  /** True when the application is reached over https. */
  readonly secure: boolean;
}

export const cookieOptions = (publicUrl: string | undefined): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: publicUrl?.startsWith('https:') ?? false,
});
