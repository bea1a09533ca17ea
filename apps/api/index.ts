export { builtConsole } from './console/serve-console.ts';
export { forkImporter } from './importer/fork-importer.ts';
export { createApi } from './wiring/create-api.ts';
export type { ApiConfig } from './wiring/api-options.ts';
export { PORTS, type Ports } from './commands/ports.ts';
export { buildOpenApi } from './http/openapi.ts';
export { listRoutes, type Route } from './http/routes.ts';
export { PROBLEMS, type ProblemCode } from './http/problem/problem-table.ts';
export type { Problem } from './http/problem/problem.ts';
