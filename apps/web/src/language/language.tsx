import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { LocalizedText } from '../api/contract';
import { speak } from '../api/http';
import { en } from './en';
import { type Dictionary, zh } from './zh';

export type Language = 'zh' | 'en';

export interface Speech {
  language: Language;
  setLanguage: (language: Language) => void;
  t: Dictionary;
  /** The text of the server in the reader's language; Chinese where no English was given. */
  say: (text: LocalizedText | string | null | undefined) => string;
}

const STORED_AS = 'landfall.language';

const dictionaries: Record<Language, Dictionary> = { zh, en };

const LanguageContext = createContext<Speech | null>(null);

const stored = (): Language => {
  try {
    return localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
};

/** Tells everything outside React which language is spoken: requests, dates, the document. */
const announce = (language: Language): void => {
  const t = dictionaries[language];
  speak(language === 'en' ? 'en' : 'zh-CN', t.unreachable, t.unreadable);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
};

/** Speaks Chinese unless the reader chose English; the choice is remembered on this computer. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(() => {
    const first = stored();
    announce(first);
    return first;
  });

  useEffect(() => {
    try {
      localStorage.setItem(STORED_AS, language);
    } catch {
      // A browser that stores nothing still speaks both languages.
    }
  }, [language]);

  const speech = useMemo<Speech>(
    () => ({
      language,
      setLanguage: (next) => {
        announce(next);
        setLanguage(next);
      },
      t: dictionaries[language],
      say: (text) => {
        if (text === null || text === undefined) return '';
        if (typeof text === 'string') return text;
        return (language === 'en' ? text.en || text.zh : text.zh || text.en) ?? '';
      },
    }),
    [language],
  );

  return <LanguageContext.Provider value={speech}>{children}</LanguageContext.Provider>;
};

export const useLanguage = (): Speech => {
  const speech = useContext(LanguageContext);
  if (!speech) throw new Error('Expected a LanguageProvider above, but there is none');
  return speech;
};
