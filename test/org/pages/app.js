import { link, node, onGo, speak } from './elements.js';
import { DRAW } from './views.js';

// The stand-in's own page script: draws what /aura gives, under Lightning's addresses. Pages stay mounted after a hop, hidden, as
// Lightning keeps them.
const KEPT = 10;
const mounted = new Map();
const isConsole = document.body.classList.contains('console');
/** Console: primary tabs by address, each with the addresses of its sub-tabs and its title. */
const tabs = new Map();

const here = () => location.pathname + location.search + location.hash;

/** The address of a page's content: a console adds what its tabs need to it. */
function content(address) {
  const url = new URL(address, location.origin);
  url.searchParams.delete('ws');
  url.searchParams.delete('hostile');
  return url.pathname + url.search + url.hash;
}

function mount(address) {
  const kind = isConsole ? 'windowViewMode-maximized lafPageHost' : 'windowViewMode-normal';
  const page = node('div', { class: `oneContent ${kind}` });
  mounted.set(address, page);
  const tab = node('section', { class: 'oneConsoleTab' }, page);
  document.getElementById('pages').append(isConsole ? tab : page);
  const oldest = mounted.keys().next().value;
  if (mounted.size > KEPT && oldest !== undefined) {
    mounted.get(oldest).remove();
    mounted.delete(oldest);
  }
  return page;
}

async function fill(page, address) {
  const answer = await fetch(`/aura?path=${encodeURIComponent(address)}`);
  if (!answer.ok) {
    page.replaceChildren(
      node('p', { class: 'slds-m-around_large' }, 'This page is not here, or is not shared with you.'),
    );
    return;
  }
  const view = await answer.json();
  speak(view.locale);
  page.replaceChildren(...DRAW[view.kind](view), ...(view.creating ? [dialog(`New ${view.creating}`)] : []));
  if (view.mode === 'edit') page.append(dialog(`Edit ${view.name}`));
  page.dataset.title = view.name ?? view.kind;
  document.querySelector('.user').textContent = view.user;
}

/** A dialog over the page: something new is made, or the whole record is edited. */
function dialog(title) {
  return node(
    'div',
    { class: 'slds-modal slds-fade-in-open modal', role: 'dialog', 'aria-label': title },
    node('h2', { class: 'slds-modal__title' }, title),
    node('button', { class: 'slds-button', onclick: () => history.back() }, 'Cancel'),
  );
}

async function show() {
  const address = content(here());
  for (const [, page] of mounted) page.classList.remove('active');
  let page = mounted.get(address);
  if (!page) {
    page = mount(address);
    await fill(page, address);
  }
  // Another hop may have come in between.
  if (address !== content(here())) return;
  page.classList.add('active');
  document.title = `${page.dataset.title ?? ''} | Salesforce`;
  if (isConsole) drawTabs(address, page.dataset.title ?? '');
}

/** After something was saved: the page is read anew. */
async function again() {
  const page = mounted.get(content(here()));
  if (page) await fill(page, content(here()));
}

/** A console opens a record in a tab, and a record from within a tab in one of its sub-tabs: `ws` names the tab. */
function go(href) {
  const current = new URL(here(), location.origin);
  const primary = current.searchParams.get('ws') ?? current.pathname;
  const below =
    isConsole && href.startsWith('/lightning/r/') && primary.startsWith('/lightning/r/') && href !== primary;
  history.pushState(null, '', below ? `${href}?ws=${encodeURIComponent(primary)}` : href);
  show();
}

function drawTabs(address, title) {
  const url = new URL(here(), location.origin);
  const primary = url.searchParams.get('ws') ?? address;
  const tab = tabs.get(primary) ?? { title: primary, below: new Map() };
  tabs.set(primary, tab);
  if (primary === address) tab.title = title;
  else tab.below.set(address, title);
  const bar = document.getElementById('tabs');
  const button = (text, to, active) =>
    node(
      'a',
      {
        role: 'tab',
        class: `slds-button tab${active ? ' active' : ''}`,
        href: to,
        onclick: (event) => {
          event.preventDefault();
          history.pushState(null, '', to);
          show();
        },
      },
      text,
    );
  bar.replaceChildren(
    node('div', { class: 'primary' }, ...[...tabs].map(([to, one]) => button(one.title, to, to === primary))),
    node(
      'div',
      { class: 'below' },
      ...[...tab.below].map(([to, text]) => button(text, `${to}?ws=${encodeURIComponent(primary)}`, to === address)),
    ),
  );
}

const bar = document.querySelector('header');
bar.append(
  node(
    'div',
    { class: 'slds-global-header slds-grid slds-grid_align-spread' },
    node('div', { class: 'slds-global-header__item brand' }, 'Acme Sales'),
    node(
      'nav',
      { class: 'slds-global-header__item', 'aria-label': 'Tabs' },
      link('/lightning/page/home', 'Home'),
      link('/lightning/o/Opportunity/list?filterName=Recent', 'Opportunities'),
    ),
    node(
      'div',
      { class: 'slds-global-header__item' },
      node('button', { class: 'slds-button slds-button_neutral setup' }, 'Setup'),
      node('span', { class: 'user' }),
    ),
  ),
);
document
  .querySelector('.utility-bar')
  .append(...['Notes', 'History', 'Dialer'].map((name) => node('button', { class: 'slds-button' }, name)));
addEventListener('popstate', show);
addEventListener('hashchange', show);
onGo((href) => (href === null ? again() : go(href)));
show();
