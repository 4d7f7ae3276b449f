import type { RecordRef } from '../core/model/record-ref';

/** How the addresses of one CRM's pages name the record they show. The address is the only witness; the page is never read. */
export type PagePattern = {
  /** The record that a page of this address shows; `undefined` where it shows none, or is not this CRM's. */
  readonly recordAt: (url: URL) => RecordRef | undefined;
  /** Whether a host belongs to this CRM. */
  readonly hasHost: (host: string) => boolean;
};

/** Addresses a pattern must know, with what they show, and look-alikes that it must refuse. */
export type PageSamples = {
  readonly shows: readonly (readonly [url: string, record: string])[];
  readonly refuses: readonly string[];
};
