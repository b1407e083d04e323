import { rewriteStatements } from '@matchwatch/store';
import { withoutFirstWall } from './first-wall.js';

rewriteStatements(withoutFirstWall);
