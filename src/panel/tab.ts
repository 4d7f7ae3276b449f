import type { Browser } from 'webextension-polyfill';
import { parseRecordRef } from '../core/model/record-ref';
import type { Glance } from '../messages/glance';
import { PAGE_PORT, pageClient } from '../messages/port';
import { onlyDocked } from './frame/docked';
import './tab.css';

onlyDocked(window);

/** What the closed tab shows: how much of the goal is made and what the deal pays, as the panel last said it. It reads nothing. */
type Extension = { readonly runtime: Pick<Browser['runtime'], 'connect'> };

const globals = globalThis as { readonly browser?: Extension; readonly chrome?: Extension };
const extension = (globals.browser ?? globals.chrome) as Extension;

async function lookUp(fragment: string): Promise<Glance | null> {
  const ref = parseRecordRef(fragment.replace(/^#/, ''));
  if (!ref) return null;
  // No longer open than the question takes: a closed panel keeps nothing awake.
  const background = pageClient(() => extension.runtime.connect({ name: PAGE_PORT }));
  try {
    return await background.call('glance', { ref });
  } finally {
    background.close();
  }
}

function draw(glance: Glance | null): void {
  const all = document.getElementById('glance');
  if (!all) return;
  all.hidden = glance === null;
  all.ariaLabel = glance?.says ?? '';
  const attained = Math.min(100, Math.max(0, (glance?.attained ?? 0) * 100));
  const ring = document.getElementById('attained');
  ring?.setAttribute('stroke-dasharray', `${attained} 100`);
  // A stroke of no length would still draw a dot in some engines.
  ring?.toggleAttribute('hidden', attained === 0);
  const worth = document.getElementById('worth');
  if (worth) worth.textContent = glance?.worth ?? '';
}

async function show(): Promise<void> {
  const asked = location.hash;
  draw(null);
  const glance = await lookUp(asked).catch(() => null);
  // The page may have gone on to another record.
  if (location.hash === asked) draw(glance);
}

window.addEventListener('hashchange', () => void show());
void show();
