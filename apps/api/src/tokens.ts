/** Names under which Nest hands out what is not a class of ours. */
export const CLOCK = Symbol('clock');
export const CONFIG = Symbol('config');
export const DATABASE = Symbol('database');
export const DOORBELL = Symbol('doorbell');
export const LOGGER = Symbol('logger');

/** Now; tests move it. */
export type Clock = () => Date;
