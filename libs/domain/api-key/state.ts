import { evolveBy, type In, type Recorded, type Transitions } from '../kernel/index.ts';
import type { ApiKeyCommand } from './commands.ts';
import type { ApiKeyEvent } from './events.ts';

export type ApiKeyState = In<'NONE' | 'ACTIVE' | 'REVOKED', unknown>;

export const initial: ApiKeyState = { status: 'NONE' };

export const transitions = {
  CreateApiKey: { from: ['NONE'], events: { ApiKeyCreated: 'ACTIVE' } },
  RevokeApiKey: { from: ['NONE', 'ACTIVE'], events: { ApiKeyRevoked: 'REVOKED' } },
} as const satisfies Transitions<ApiKeyCommand, ApiKeyEvent, ApiKeyState>;

export const evolve = evolveBy<ApiKeyState, Recorded<ApiKeyEvent>, typeof transitions>(transitions, {
  ApiKeyCreated: () => ({}),
  ApiKeyRevoked: () => ({}),
});
