/** One thing that is wrong with how a state is drawn: what, and where. */
export type Measured = { readonly fault: string; readonly where: string };

/** Half a pixel of rounding is no fault. */
const SLACK = 1;

/** What is wrong with the panel as it lies in its window: what leaves it sideways, what is cut off, and names that lie on one another. */
export function faultsOf(document: Document): readonly Measured[] {
  return [...sideways(document), ...cutOff(document), ...collisions(document), ...belowTheFold(document)];
}

const named = (element: Element): string =>
  `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;

const isSeen = (element: Element): boolean =>
  element.closest('.hidden') === null && element.getBoundingClientRect().width > 0;

/** The page can be moved sideways. */
function sideways({ scrollingElement, body }: Document): readonly Measured[] {
  if (scrollingElement === null || scrollingElement.scrollWidth <= scrollingElement.clientWidth) return [];
  const over = `${scrollingElement.scrollWidth} of ${scrollingElement.clientWidth} px`;
  const widest = [...body.querySelectorAll('*')]
    .filter(isSeen)
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right);
  const deepest = widest.find((one) => !widest.some((other) => other !== one && one.contains(other))) ?? body;
  return [{ fault: `moves sideways, ${over}`, where: named(widest[0] ?? deepest) }];
}

/** Words that leave the piece they stand in, where that piece neither breaks nor shortens them. */
function cutOff({ body }: Document): readonly Measured[] {
  return [...body.querySelectorAll('button, td, th, li, p, h2, h3, .chip, .note, .tile, .big, dd, dt, label')]
    .filter((each) => isSeen(each) && each.closest('svg') === null)
    .filter((each) => each.scrollWidth > each.clientWidth + SLACK && each.clientWidth > 0)
    .filter((each) => getComputedStyle(each).overflowX === 'visible' && getComputedStyle(each).display !== 'inline')
    .map((each) => ({ fault: `holds ${each.scrollWidth} px in ${each.clientWidth}`, where: named(each) }));
}

/** Names in a chart that lie on one another or leave the chart. */
function collisions({ body }: Document): readonly Measured[] {
  return [...body.querySelectorAll('svg')].filter(isSeen).flatMap((chart) => {
    const frame = chart.getBoundingClientRect();
    const names = [...chart.querySelectorAll('text')].filter((text) => (text.textContent ?? '').trim() !== '');
    const boxes = names.map((text) => ({ text, box: lettersOf(text) }));
    const outside = boxes
      .filter(({ box }) => box.left < frame.left - SLACK || box.right > frame.right + SLACK)
      .map(({ text }) => ({ fault: 'a name leaves its chart', where: named(text) }));
    const onOneAnother = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => overlap(one.box, other.box))
        .map((other) => ({ fault: 'names lie on one another', where: `${named(one.text)} and ${named(other.text)}` })),
    );
    return [...outside, ...onOneAnother];
  });
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Where a name's letters lie. Browsers do not agree how much higher than them the box of a line of text is. */
function lettersOf(text: SVGTextElement): Box {
  const { left, right, top, bottom, width } = text.getBoundingClientRect();
  const scale = width / text.getBBox().width;
  const [middle, half] = [(top + bottom) / 2, (scale * Number.parseFloat(getComputedStyle(text).fontSize)) / 2];
  return { left, right, top: Math.max(top, middle - half), bottom: Math.min(bottom, middle + half) };
}

function overlap(one: Box, other: Box): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  // Hardly a letter is as high as its size.
  return wide > SLACK && high > (one.bottom - one.top) / 4;
}

/** The panel as it stands beside a CRM on a screen of 1366 by 768: what the browser's own bars leave of its height is the fold. */
const DOCKED = 380;
const FOLD = 640;

/** The four answers are read without a move of the hand. */
function belowTheFold({ body, defaultView }: Document): readonly Measured[] {
  if (defaultView === null || defaultView.innerWidth !== DOCKED) return [];
  return [...body.querySelectorAll('.tile')]
    .filter((tile) => tile.getBoundingClientRect().bottom > FOLD)
    .map((tile) => ({ fault: `ends at ${Math.round(tile.getBoundingClientRect().bottom)} px`, where: named(tile) }));
}
