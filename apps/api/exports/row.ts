/** By which a handler says what a row of the list it answers is called. */
export const ROW = 'kheo:row';

/** The name of a row of the list that a handler answers. */
export const rowOf = (handler: object): string | undefined => Reflect.getMetadata(ROW, handler) as string | undefined;
