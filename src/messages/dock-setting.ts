/** Where `storage.local` keeps how the dock was left on a host: no more than its place, its width and whether it was open. */
export const dockSetting = (hostname: string): string => `dock:${hostname}`;

/** What the panel wants of the dock it stands in: to be closed, to stand at the other side, or to be so wide, in CSS pixels. */
export type DockChange = { readonly open: false } | { readonly side: 'other' } | { readonly width: number };
