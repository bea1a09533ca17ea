/** What a server is started with. */
export interface EventStoreDbOptions {
  /** One, or as many as the cluster has; 1 when missing. They share one log. */
  readonly nodes?: number;
  /** A port for each node; free ones when missing. */
  readonly ports?: readonly number[];
  /** Where the log is kept; only in memory when missing. */
  readonly directory?: string;
  /** The largest append in bytes; 1 MiB when missing, as the server has it. */
  readonly maxAppendSize?: number;
  /** Speaks TLS only. */
  readonly tls?: TlsOptions;
  /** Who may read and write, by name and password. Missing: everybody, as an insecure server does. */
  readonly users?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; the system's when missing. */
  readonly now?: () => number;
}

/** PEM files. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
  /** Who signed the certificates of users; they are demanded when it is there. */
  readonly userCa?: string;
}

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export const MAX_APPEND_SIZE = 1024 * 1024;
