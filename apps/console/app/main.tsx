import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClient } from '../shared/api/client.ts';
import { sessionWhoQueryKey } from '../shared/api/generated/@tanstack/react-query.gen.ts';
import { createQueries } from '../shared/api/queries.ts';
import { languageOf, startTexts } from '../shared/texts/i18n.ts';
import { App } from './app.tsx';
import { sessionEnd } from './session/session-end.ts';
import './theme/theme.css';

const texts = await startTexts(languageOf(localStorage));
const queries = createQueries();
let asked = texts.language;
texts.on('languageChanged', (spoken) => {
  // Sentences of the api come in the language they were asked for in.
  if (spoken !== asked) void queries.invalidateQueries();
  asked = spoken;
});
configureClient({
  language: () => texts.language,
  signedOut: sessionEnd.tell,
  outOfDate: () => void queries.invalidateQueries({ queryKey: sessionWhoQueryKey() }),
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
