import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DynamicModule } from '@nestjs/common';
import { ServeStaticModule, type ServeStaticModuleOptions } from '@nestjs/serve-static';
import type { Response } from 'express';

/** Where the web application is built to; beside this one, whether run from sources or built. */
export const builtWeb = fileURLToPath(new URL('../../../web/dist/public', import.meta.url));

const yearSeconds = 31_536_000;
/** The build puts files whose name holds a hash of their content there. */
const hashed = /[\\/]assets[\\/]/;

const options = (rootPath: string): ServeStaticModuleOptions => ({
  rootPath,
  // Everything else that is asked for by GET is a page of the application.
  exclude: ['/api', '/api/{*path}', '/healthz', '/readyz', '/metrics', '/assets/{*path}'],
  serveStaticOptions: {
    index: ['index.html'],
    setHeaders(response: Response, path: string) {
      response.setHeader('Cache-Control', hashed.test(path) ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  },
});

/** Serves the web application when it is built; an API alone otherwise. */
export const webModules = (root: string): DynamicModule[] =>
  existsSync(join(root, 'index.html')) ? [ServeStaticModule.forRoot(options(root))] : [];
