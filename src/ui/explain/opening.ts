import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Opening = {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Closes and gives the keyboard back to the button. */
  readonly close: () => void;
  /** Put on the element that holds both the button and what it opens. */
  readonly around: RefObject<HTMLSpanElement | null>;
};

/**
 * Something that a button opens over the page and that never locks anybody in: Escape closes it, and so does a press or a step
 * of the keyboard outside it.
 */
export function useOpening(button: RefObject<HTMLButtonElement | null>): Opening {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  // Before the paint: a key pressed the moment the explanation is seen must find somebody listening.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && around.current?.contains(event.target) === false) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen, button]);
  return {
    isOpen,
    toggle: () => setOpen((open) => !open),
    close: () => {
      setOpen(false);
      button.current?.focus();
    },
    around,
  };
}
