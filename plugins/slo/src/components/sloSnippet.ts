/**
 * An OpenSLO document to begin with.
 *
 * @param service - what it measures: the name of a component
 */
export function sloSnippet(service: string): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${service}-availability
  displayName: ${service} availability
spec:
  service: ${service}
  budgetingMethod: Occurrences
  timeWindow:
    - duration: 30d
      isRolling: true
  indicator:
    metadata:
      name: ${service}-requests
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: prometheus
            spec:
              query: http_requests_total{service="${service}",code!~"5.."}
        total:
          metricSource:
            type: prometheus
            spec:
              query: http_requests_total{service="${service}"}
  objectives:
    - displayName: Requests succeed
      target: 0.995`;
}
