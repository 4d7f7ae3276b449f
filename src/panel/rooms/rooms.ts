import type { ComponentType } from 'preact';
import type { AccountRoomProps } from './account-room';
import type { BriefRoomProps } from './brief-room';
import type { DealRoomProps } from './deal-room';
import type { HomeRoomProps } from './home-room';
import type { MoneyRoomProps } from './money-room';
import type { WhatIfRoom } from './what-if-room';

/** Parts of the panel that are loaded when they are first asked for, once what stands above them is painted. */
export type Rooms = {
  readonly money: ComponentType<MoneyRoomProps>;
  readonly deal: ComponentType<DealRoomProps>;
  readonly brief: ComponentType<BriefRoomProps>;
  readonly account: ComponentType<AccountRoomProps>;
  readonly home: ComponentType<HomeRoomProps>;
  readonly whatIf: WhatIfRoom;
};

export type RoomName = keyof Rooms;

/** How each is loaded. */
export type RoomLoaders = { readonly [K in RoomName]: () => Promise<Rooms[K]> };

export const ROOM_LOADERS: RoomLoaders = {
  money: () => import('./money-room').then(({ MoneyRoom }) => MoneyRoom),
  deal: () => import('./deal-room').then(({ DealRoom }) => DealRoom),
  brief: () => import('./brief-room').then(({ BriefRoom }) => BriefRoom),
  account: () => import('./account-room').then(({ AccountRoom }) => AccountRoom),
  home: () => import('./home-room').then(({ HomeRoom }) => HomeRoom),
  whatIf: () => import('./what-if-room').then(({ WHAT_IF_ROOM }) => WHAT_IF_ROOM),
};
