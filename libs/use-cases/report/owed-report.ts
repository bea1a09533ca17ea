import { regulation, type reporting } from '#domain';

/** A report that is owed. */
export type OwedReport = Exclude<reporting.ReportState, { readonly status: 'NONE' }>;

/** The figures a report under the regulation has. */
export const definitionsIn = (content: regulation.RegulationContent): readonly regulation.FigureDefinition[] =>
  regulation.reportingRules(content).figures;
