import { hashKey, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { handOn, sitsHere } from '../shared/acting.ts';
import { configureClient } from '../shared/api/client.ts';
import { sessionWhoQueryKey } from '../shared/api/generated/@tanstack/react-query.gen.ts';
import type { WhoAmI } from '../shared/api/generated/types.gen.ts';
import { createQueries } from '../shared/api/queries.ts';
import { languageOf, startTexts } from '../shared/texts/i18n.ts';
import { App } from './app.tsx';
import { sessionEnd } from './session/session-end.ts';
import './theme/theme.css';

const texts = await startTexts(languageOf(localStorage));
const queries = createQueries();
let asked = texts.language;
texts.on('languageChanged', (spoken) => {
  // Sentences of the api come in the language they were asked for in; who sits here is the same, and stays at the door.
  if (spoken !== asked) void queries.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== whoHash });
  asked = spoken;
});
configureClient({
  language: () => texts.language,
  signedOut: () => sessionEnd.tell('over'),
  another: () => sessionEnd.tell('another'),
  outOfDate: () => void queries.invalidateQueries({ queryKey: sessionWhoQueryKey() }),
});

window.addEventListener('focus', handOn);

// The key holds where the client asks.
const whoHash = hashKey(sessionWhoQueryKey());
queries.getQueryCache().subscribe(({ type, query }) => {
  const who: unknown = query.state.data;
  if (type === 'updated' && query.queryHash === whoHash && who !== undefined) sitsHere(who as WhoAmI);
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
