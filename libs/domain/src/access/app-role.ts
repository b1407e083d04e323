/** The PostgreSQL role as which the product works: it owns nothing, and row-level security keeps it within one school at a time. */
export const appRole = 'matchwatch_app';
