import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { callSchema } from './site/facts/call-schema.ts';
import { correctionSchema } from './site/facts/correction-schema.ts';
import { cureSchema } from './site/facts/cure-schema.ts';
import { errnoSchema } from './site/facts/errno-schema.ts';
import { exampleSchema } from './site/facts/example-schema.ts';
import { familySchema } from './site/facts/family-schema.ts';
import { frontMatterSchema } from './site/facts/front-matter-schema.ts';
import { goalSchema } from './site/facts/goals/goal-schema.ts';
import { librarySchema } from './site/facts/library-schema.ts';
import { messageSchema } from './site/facts/message-schema.ts';
import { structSchema } from './site/facts/struct-schema.ts';
import { uiStringsSchema } from './site/facts/ui-strings-schema.ts';

const facts = (folder: string) =>
  glob({ base: `./content/${folder}`, pattern: '*.yaml', generateId: ({ entry }) => stem(entry) });

const stem = (path: string) => path.replace(/(\/(example|goal))?\.yaml$/, '');

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({ extend: frontMatterSchema }),
  }),
  i18n: defineCollection({
    loader: i18nLoader(),
    schema: i18nSchema({ extend: uiStringsSchema }),
  }),
  calls: defineCollection({ loader: facts('calls'), schema: callSchema }),
  structs: defineCollection({ loader: facts('structs'), schema: structSchema }),
  libraries: defineCollection({ loader: facts('libraries'), schema: librarySchema }),
  corrections: defineCollection({
    loader: file('./content/corrections.yaml'),
    schema: correctionSchema,
  }),
  messages: defineCollection({
    loader: file('./content/messages.yaml'),
    schema: messageSchema,
  }),
  families: defineCollection({
    loader: file('./content/families.yaml'),
    schema: familySchema,
  }),
  cures: defineCollection({ loader: facts('cures'), schema: cureSchema }),
  errnos: defineCollection({ loader: facts('errnos'), schema: errnoSchema }),
  goals: defineCollection({
    loader: glob({
      base: './content/goals',
      pattern: '*/goal.yaml',
      generateId: ({ entry }) => stem(entry),
    }),
    schema: goalSchema,
  }),
  examples: defineCollection({
    loader: glob({
      base: './content/examples',
      pattern: '*/example.yaml',
      generateId: ({ entry }) => stem(entry),
    }),
    schema: exampleSchema,
  }),
};
