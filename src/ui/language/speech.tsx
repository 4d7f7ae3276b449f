import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, languageOf } from './language';

/** Without a catalogue a sentence is its key: seen at once where somebody forgot to give a language. */
const Speech = createContext<Language>(languageOf(() => '', 'en'));

/** Gives the pages below it their language. */
export const Speaking = Speech.Provider;

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(Speech);
}
