/** Injection token of the metrics. */
export const METRICS = Symbol('metrics');
