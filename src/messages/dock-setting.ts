/** Where `storage.local` keeps how the dock was left on a host: no more than its place, its width and whether it was open. */
export const dockSetting = (hostname: string): string => `dock:${hostname}`;
