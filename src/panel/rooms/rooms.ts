import type { ComponentType } from 'preact';
import type { DealRoomProps } from './deal-room';

/** Parts of the panel that are loaded when they are first asked for, once what stands above them is painted. */
export type Rooms = {
  readonly deal: ComponentType<DealRoomProps>;
};

export type RoomName = keyof Rooms;

/** How each is loaded. */
export type RoomLoaders = { readonly [K in RoomName]: () => Promise<Rooms[K]> };

export const ROOM_LOADERS: RoomLoaders = {
  deal: () => import('./deal-room').then(({ DealRoom }) => DealRoom),
};
