import { describe, expect, it } from 'vitest';
import { kernelListSchema, problemCodes } from '../../../../playground-server/protocol/index.ts';
import { environment, limits } from '../fake-engine.ts';
import { testApp } from '../test-app.ts';

const json = async (path: string) => {
  const response = await testApp().app.request(path);
  return { status: response.status, body: await response.json() };
};

describe('the facts', () => {
  it('are the limits of the engine', async () => {
    expect(await json('/api/v1/limits')).toEqual({ status: 200, body: limits });
  });

  it('are the environment for the scratch file system that is asked for', async () => {
    expect((await json('/api/v1/environment')).body).toEqual(environment);
    expect((await json('/api/v1/environment?scratch=disk')).body.scratch).toBe('ext4');
  });

  it('are the kernels, with what a run may ask of each', async () => {
    const { status, body } = await json('/api/v1/kernels');
    expect(status).toBe(200);
    expect(kernelListSchema.parse(body)).toEqual(body);
    expect(body.kernels).toEqual([
      {
        state: 'available',
        id: 'host',
        source: 'a script',
        release: environment.kernel,
        isOwn: false,
        languages: ['c'],
        scratches: ['tmpfs'],
      },
    ]);
  });

  it('name a scratch file system that does not exist', async () => {
    const { status, body } = await json('/api/v1/environment?scratch=nvme');
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'malformed-request',
      detail: '"scratch" must be "tmpfs" or "disk" or "disk-4k".',
    });
  });

  it.each(problemCodes)('say what the problem %s is', async (code) => {
    const { status, body } = await json(`/api/v1/problems/${code}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      type: `/api/v1/problems/${code}`,
      title: expect.stringMatching(/^[A-Z].*[^.]$/),
      status: expect.any(Number),
      code,
    });
  });

  it('have a title of its own for each problem', async () => {
    const titles = await Promise.all(
      problemCodes.map(async (code) => (await json(`/api/v1/problems/${code}`)).body.title),
    );
    expect(new Set(titles).size).toBe(problemCodes.length);
  });

  it('are not found elsewhere below /api, and the answer says where to look', async () => {
    const { status, body } = await json('/api/v1/runs');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'not-found',
      detail: 'GET /api/v1/runs is not part of the API. See /api/openapi.json.',
    });
  });
});

describe('the OpenAPI document', () => {
  it('describes every route of the API', async () => {
    const { body } = await json('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual([
      '/api/v1/runs',
      '/api/v1/checks',
      '/api/v1/environment',
      '/api/v1/limits',
      '/api/v1/kernels',
      '/api/v1/problems/{code}',
      '/api/v1/links',
      '/api/v1/links/{id}',
      '/api/v1/results',
      '/api/v1/results/keys',
      '/api/v1/results/{id}',
      '/api/v1/status',
    ]);
  });

  it('has the events as one union by kind, and the problems with their codes', async () => {
    const { body } = await json('/api/openapi.json');
    const { responses } = body.paths['/api/v1/runs'].post;
    expect(responses['200'].content['application/x-ndjson'].schema).toEqual({
      $ref: '#/components/schemas/RunEvent',
    });
    expect(responses['422'].content['application/problem+json'].schema).toEqual({
      $ref: '#/components/schemas/Problem',
    });
    const { schemas } = body.components;
    expect(schemas.RunEvent.discriminator.propertyName).toBe('kind');
    expect(schemas.RunEvent.oneOf).toHaveLength(12);
    expect(schemas.Problem.properties.code.enum).toEqual(problemCodes);
  });

  it('has decoded values as one union by kind, which holds itself', async () => {
    const { body } = await json('/api/openapi.json');
    const { schemas } = body.components;
    const refOf = (name: string) => `#/components/schemas/${name}`;
    const kinds: string[] = Object.keys(schemas.DecodedValue.discriminator.mapping);
    expect(kinds).toHaveLength(12);
    expect(schemas.DecodedValue.oneOf).toEqual(
      kinds.map((kind) => ({ $ref: refOf(`${kind}-value`) })),
    );
    for (const kind of kinds) {
      const { description, required } = schemas[`${kind}-value`];
      expect(description).not.toBe('');
      expect(required.slice(0, 3)).toEqual(['kind', 'name', 'text']);
    }
    expect(schemas['struct-value'].properties.fields.items).toEqual({
      $ref: refOf('DecodedValue'),
    });
  });

  it('refers to nothing that it does not define', async () => {
    const { body } = await json('/api/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    const defined = Object.keys(body.components.schemas);
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(defined).toContain(name);
  });
});
