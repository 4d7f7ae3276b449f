import { Fragment } from 'preact';
import type { Figure, Phrase } from '../../core/value/phrase';
import { Explain } from '../explain/explain';
import { joined } from './joined';
import { isLine, type Line, lineOf } from './line';
import { useLanguage } from './speech';

/** A sentence of the catalogue whose figures can be opened where something stands behind them. */
export function Tell({ line }: { readonly line: Line }) {
  const { parts } = useLanguage();
  return (
    <>
      {joined(parts(line.phrase)).map(({ before, part, after }) => {
        if ('words' in part) return part.words;
        const behind = line.behind[part.place];
        if (behind === undefined || isLine(behind)) {
          return (
            <Fragment key={part.place}>
              {before}
              {behind === undefined ? <Shown figure={part.figure} /> : <Tell line={behind} />}
              {after}
            </Fragment>
          );
        }
        if (before + after === '') return <Explain key={part.place} answer={behind} />;
        return (
          <span key={part.place} class="joined">
            {before}
            <Explain answer={behind} />
            {after}
          </span>
        );
      })}
    </>
  );
}

/** A sentence of the catalogue. */
export function Say({ phrase }: { readonly phrase: Phrase }) {
  return <Tell line={lineOf(phrase)} />;
}

/** A figure inside a sentence. Words from outside are kept apart, so that a name written from right to left turns nothing round. */
function Shown({ figure }: { readonly figure: Figure }) {
  const { show } = useLanguage();
  if (figure.unit === 'phrase') return <Say phrase={figure.phrase} />;
  if (figure.unit === 'text') return <bdi class="name">{figure.text}</bdi>;
  return <span class="fig">{show(figure, 'short')}</span>;
}
