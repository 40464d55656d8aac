/** For operators: npm runs the same before `npm start`. */
export const siteNotBuilt = 'The site is not built. Run: node scripts/setup.mjs\n';
