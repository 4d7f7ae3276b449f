import type { ComponentChildren } from 'preact';

function Icon({ turning = false, children }: { readonly turning?: boolean; readonly children: ComponentChildren }) {
  return (
    <svg class={turning ? 'icon turning' : 'icon'} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export function RefreshIcon({ turning }: { readonly turning: boolean }) {
  return (
    <Icon turning={turning}>
      <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.2v3h-3" />
    </Icon>
  );
}

export function LibraryIcon() {
  return (
    <Icon>
      <path d="M3 2.5v11M6.5 2.5v11M9.6 3l3.2 10.4" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

export function OtherSideIcon() {
  return (
    <Icon>
      <path d="M2.5 3.5h11v9h-11zM8 3.5v9M6 6.5 4.5 8 6 9.5M10 6.5 11.5 8 10 9.5" />
    </Icon>
  );
}
