import { parser } from '@prometheus-io/lezer-promql';

/** Names of the metrics that a PromQL expression asks for. Throws where it is no PromQL. */
export function metricNames(expression: string): string[] {
  // Grafana replaces its variables before Prometheus reads them.
  const text = expression.replaceAll(/\$(job|role)/g, '$1');
  const names: string[] = [];
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`not PromQL at ${node.from}: ${expression}`);
      if (node.name === 'Identifier' && node.node.parent?.name === 'VectorSelector')
        names.push(text.slice(node.from, node.to));
    },
  });
  return names;
}
