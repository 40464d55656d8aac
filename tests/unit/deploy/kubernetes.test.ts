import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Deployment } from 'kubernetes-models/apps/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Namespace, Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../playground-server/config.ts';
import { readManifests, type Manifest } from './read-manifests.ts';

/** Each checks itself against the OpenAPI schema of the Kubernetes release it was made from. */
const models: Record<string, new (data: never) => { validate(): void }> = {
  Deployment,
  HorizontalPodAutoscaler,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
};

const manifests = readManifests();
const titles = manifests.map((manifest) => ({
  title: `${manifest.kind} ${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}`,
  manifest,
}));

describe('what is applied', () => {
  it.each(titles)('$title is what the schema of Kubernetes allows', ({ manifest }) => {
    const Model = models[manifest.kind];
    if (!Model) throw new Error(`no schema for ${manifest.kind}`);
    new Model(manifest as never).validate();
  });

  it('is refused where it is wrong, so that this test can fail', () => {
    const [deployment] = manifests.filter(({ kind }) => kind === 'Deployment');
    const wrong = { ...deployment, spec: { ...(deployment?.spec as object), replicas: 'two' } };
    expect(() => new Deployment(wrong as never).validate()).toThrow(/replicas/);
  });
});

interface Container {
  image: string;
  env: { name: string; value: string }[];
  securityContext: Record<string, unknown>;
}
interface PodTemplate {
  template: {
    metadata: { labels: Record<string, string> };
    spec: {
      containers: Container[];
      hostUsers?: boolean;
      terminationGracePeriodSeconds: number;
      securityContext: Record<string, unknown>;
    };
  };
}
const deploymentOf = (name: string) =>
  manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name)
    ?.spec as PodTemplate;

const variablesOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    deploymentOf(name).template.spec.containers.flatMap(({ env }) =>
      env.map((one) => [one.name, one.value]),
    ),
  );

describe.each(['web', 'runner'])('the pods of %s', (name) => {
  const { containers, securityContext } = deploymentOf(name).template.spec;

  it('have no capability and no way to one, and a root that nobody writes to', () => {
    expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 10001 });
    for (const container of containers) {
      expect(container.securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  it('are configured by variables that the server knows and takes', () => {
    const { config } = parseConfig(variablesOf(name)) as { config?: object };
    expect(config).toBeDefined();
    const unset = parseConfig({}) as { config: object };
    expect(config).not.toEqual(unset.config);
  });

  it('are given the time to let runs end', () => {
    const { terminationGracePeriodSeconds } = deploymentOf(name).template.spec;
    const graceMs = Number(variablesOf(name)['SHUTDOWN_GRACE_MS']);
    expect(terminationGracePeriodSeconds * 1000).toBeGreaterThan(graceMs + 5000);
  });

  it('are the ones that services, policies and budgets refer to', () => {
    const labels = deploymentOf(name).template.metadata.labels;
    const selectors = manifests
      .flatMap(selectorOf)
      .filter(({ namespace }) => namespace === namespaceOf(name));
    expect(selectors.length).toBeGreaterThanOrEqual(3);
    for (const { selector } of selectors) expect(labels).toMatchObject(selector);
  });
});

it('lets only runners go without the profiles that bubblewrap cannot work under', () => {
  const profileOf = (name: string) => deploymentOf(name).template.spec.securityContext;
  expect(profileOf('web')).toMatchObject({ seccompProfile: { type: 'RuntimeDefault' } });
  expect(profileOf('runner')).toMatchObject({
    seccompProfile: { type: 'Unconfined' },
    appArmorProfile: { type: 'Unconfined' },
  });
  expect(deploymentOf('runner').template.spec.hostUsers).toBe(false);
});

it('counts the runs of readers once, where they arrive', () => {
  expect(variablesOf('runner')['RUNS_PER_MINUTE']).toBe('0');
  expect(variablesOf('web')['RUNS_PER_MINUTE']).toBeUndefined();
});

it('lets pods out to what they may be configured for, and nowhere else', () => {
  const ports = (namespace: string) =>
    manifests
      .filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace === namespace)
      .flatMap(({ spec }) => (spec as { egress?: { ports: { port: number }[] }[] }).egress ?? [])
      .flatMap((rule) => rule.ports.map(({ port }) => port));
  // Runners, Redis, a collector, the DNS.
  expect(new Set(ports('live-man'))).toEqual(new Set([4321, 6379, 4318, 53]));
  expect(new Set(ports('live-man-runners'))).toEqual(new Set([4318, 53]));
});

const namespaceOf = (deployment: string) =>
  manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === deployment)
    ?.metadata.namespace;

interface Selecting {
  selector: { matchLabels?: object } & object;
  podSelector: { matchLabels?: object };
}

/** How each kind of object names the pods that it is about. */
const podLabels: Record<string, (spec: Selecting) => object | undefined> = {
  Service: ({ selector }) => selector,
  PodDisruptionBudget: ({ selector }) => selector.matchLabels,
  NetworkPolicy: ({ podSelector }) => podSelector.matchLabels,
};

/** The labels by which an object picks pods; one that picks all of them says nothing here. */
function selectorOf({ kind, metadata, spec }: Manifest) {
  const selector = podLabels[kind]?.(spec as Selecting);
  return selector ? [{ namespace: metadata.namespace, selector }] : [];
}
