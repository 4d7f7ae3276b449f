import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import { type GetMessage, type Language, languageOf } from '../../src/ui/language/language';

export type Message = {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

/** The English catalogue, as it is shipped. */
export const CATALOGUE: Readonly<Record<string, Message>> = messages;

/** Fills a catalogue's message as browsers do: names of places whatever their case, then `$1`…`$9`, then `$$`. */
export function messagesOf(catalogue: Readonly<Record<string, Message>>): GetMessage {
  return (key, substitutions) => {
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (entry === undefined) return '';
    const places = new Map(
      Object.entries(entry.placeholders ?? {}).map(([name, { content }]) => [name.toLowerCase(), content]),
    );
    return entry.message
      .replace(/\$([A-Za-z0-9_@]+)\$/g, (_, name: string) => places.get(name.toLowerCase()) ?? '')
      .replace(/\$(\$|[1-9])/g, (_, what: string) => (what === '$' ? '$' : (substitutions[Number(what) - 1] ?? '')));
  };
}

export const english: Language = languageOf(messagesOf(CATALOGUE), 'en-US');
