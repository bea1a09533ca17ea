/** Injection token of {@link SessionCookie}. */
export const COOKIE = Symbol('cookie');

/** The cookie that holds the id of a session. */
export interface SessionCookie {
  /** Over https with the prefix by which browsers refuse it from anywhere but this very host. */
  readonly name: 'kheo_session' | '__Host-kheo_session';
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: 'strict';
    readonly path: '/';
    /** True when the application is reached over https. */
    readonly secure: boolean;
  };
}

export const sessionCookie = (publicUrl: string | undefined): SessionCookie => {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-kheo_session' : 'kheo_session',
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure },
  };
};
