import type { Origins } from '../origin';

/** Tryton stands where its company put it: any host may be asked for, one at a time, and none is there from the start. */
export const TRYTON_ORIGINS: Origins = { always: [], onRequest: ['https://*/*', 'http://*/*'] };
