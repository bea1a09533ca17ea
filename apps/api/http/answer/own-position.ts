import { SetMetadata } from '@nestjs/common';

const OWN_POSITION = Symbol('own-position');

/** The answer brings its own position, or tells none: none is read before it. */
export const OwnPosition = (): MethodDecorator => SetMetadata(OWN_POSITION, true);

/** True for handlers whose answer brings its position, if any. */
export const hasOwnPosition = (handler: object): boolean => Reflect.getMetadata(OWN_POSITION, handler) === true;
