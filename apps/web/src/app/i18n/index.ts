import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, rememberLanguage, rememberedLanguage } from '../language';

type Catalogue = Record<string, unknown>;

// One small file per feature and language; a page loads those it uses.
const catalogues = import.meta.glob<Catalogue>(
  ['./*.json', '../../ui/i18n/*.json', '../../features/*/i18n/*.json'],
  {
    import: 'default',
  },
);

const backend = {
  type: 'backend' as const,
  init: () => undefined,
  read: (language: string, namespace: string, done: (error: unknown, data: Catalogue | boolean) => void) => {
    const load = catalogues[pathOf(namespace, language)];
    if (!load) return done(new Error(`No catalogue ${namespace} in ${language}`), false);
    load().then(
      (data) => done(null, data),
      (error: unknown) => done(error, false),
    );
  },
};

function pathOf(namespace: string, language: string): string {
  if (namespace === 'app') return `./${language}.json`;
  if (namespace === 'ui') return `../../ui/i18n/${language}.json`;
  return `../../features/${namespace}/i18n/${language}.json`;
}

/** Starts with Indonesian unless this browser chose otherwise before. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage() ?? 'id',
      supportedLngs: ['id', 'en'],
      fallbackLng: false,
      ns: ['app', 'ui'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Switches in place: catalogues load first, then texts change; the page and its typed values stay. */
export async function switchLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
