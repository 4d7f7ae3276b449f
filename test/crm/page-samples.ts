/** Addresses a pattern must know, with what they show, and look-alikes that it must refuse. */
export type PageSamples = {
  readonly shows: readonly (readonly [url: string, record: string])[];
  readonly refuses: readonly string[];
};
