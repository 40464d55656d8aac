import type { APIContext } from 'astro';
import { renderLlmsTxt } from '../llms-txt.ts';
import { originOf } from '../../facts/origin.ts';
import { otherPages } from '../other-pages.ts';
import { readManual } from '../read-manual.ts';

/** /llms.txt */
export async function GET({ site }: APIContext): Promise<Response> {
  const manual = await readManual(originOf(site?.href));
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(renderLlmsTxt({ ...manual, others: await otherPages() }), { headers });
}
