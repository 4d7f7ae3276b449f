// A page script that fights whatever was added to its page: it takes back inline styles, moves foreign elements to the end, swallows
// keys, replaces what others call, and fills the page with elements.
(() => {
  const CROWD = 20_000;
  const OWN = new Set(['HEADER', 'MAIN', 'FOOTER', 'SCRIPT', 'DIV', 'HEAD', 'BODY']);
  const takeBack = () => {
    for (const element of [document.documentElement, document.body]) {
      if (element.getAttribute('style')) element.removeAttribute('style');
    }
    for (const parent of [document.documentElement, document.body]) {
      for (const child of [...parent.children]) {
        if (!OWN.has(child.tagName)) document.body.append(child);
      }
    }
  };
  setInterval(takeBack, 1000);
  setInterval(() => dispatchEvent(new Event('resize')), 1500);
  for (const type of ['keydown', 'keyup', 'keypress']) {
    addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
  Array.prototype.hostile = 'on every array';
  const crowd = document.createElement('div');
  crowd.className = 'crowd';
  for (let row = 0; row < CROWD / 100; row++) {
    const line = document.createElement('div');
    for (let n = 0; n < 100; n++) line.append(document.createElement('span'));
    crowd.append(line);
  }
  document.body.append(crowd);
})();
