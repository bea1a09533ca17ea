import { LOCKS } from '#postgres';

/**
 * Group commit: stores many appends in one transaction and judges each on its own.
 *
 * - Writers take turns by an advisory lock that is held until the commit, and a position is the last one plus 1: positions
 *   become visible in their order and without gaps, which a sequence cannot promise.
 * - Every parameter is a column of the batch, its values joined by line feeds (JSON text has none): far cheaper to pass
 *   than arrays, whose elements must be quoted.
 * - The caller puts no stream and no event id twice in a batch.
 * - Answers one row per append, in order. Verdict: `n` new, `a` the same append again, `c` conflict, `u` id in use.
 */
export const append = `
CREATE OR REPLACE FUNCTION kheo_log.append(
  streams text, expectations text,
  owners text, offsets text, ids text, types text, versions text, datas text, metas text, instants text
) RETURNS TABLE (verdict "char", last_revision integer, last_position bigint, actual_revision integer)
LANGUAGE plpgsql SECURITY INVOKER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
SET enable_bitmapscan = off
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
  lf CONSTANT text := chr(10);
BEGIN
  IF current_setting('fsync') <> 'on' OR current_setting('full_page_writes') <> 'on'
     OR current_setting('synchronous_commit') = 'off' THEN
    RAISE EXCEPTION 'not durable: fsync, full_page_writes and synchronous_commit must be on'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'kheo_log.append must run in READ COMMITTED: it has to see what the writer before it committed'
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM pg_advisory_xact_lock(${LOCKS.append});

  RETURN QUERY
  WITH appends AS MATERIALIZED (
    SELECT a.place, a.stream COLLATE "C" AS stream, a.expected::integer AS expected,
           coalesce((SELECT e.revision FROM kheo_log.events e WHERE e.stream = a.stream COLLATE "C"
                     ORDER BY e.revision DESC LIMIT 1), -1) AS actual
    FROM ROWS FROM (unnest(string_to_array(streams, lf)), unnest(string_to_array(expectations, lf)))
         WITH ORDINALITY AS a (stream, expected, place)
  ), incoming AS MATERIALIZED (
    SELECT i.place, i.owner::bigint AS owner, i.nth::integer AS nth, i.id::uuid AS id, i.type, i.version::integer AS version,
           i.data, i.meta, i.instant,
           known.stream AS known_stream, known.revision AS known_revision, known.position AS known_position
    FROM ROWS FROM (
           unnest(string_to_array(owners, lf)), unnest(string_to_array(offsets, lf)), unnest(string_to_array(ids, lf)),
           unnest(string_to_array(types, lf)), unnest(string_to_array(versions, lf)), unnest(string_to_array(datas, lf)),
           unnest(string_to_array(metas, lf)), unnest(string_to_array(instants, lf)))
         WITH ORDINALITY AS i (owner, nth, id, type, version, data, meta, instant, place)
    LEFT JOIN LATERAL (SELECT e.stream, e.revision, e.position FROM kheo_log.events e WHERE e.id = i.id::uuid LIMIT 1) known
      ON true
  ), judged AS MATERIALIZED (
    SELECT a.place, a.stream, a.expected, a.actual, max(i.nth) AS size, max(i.known_position) AS known_position,
           CASE WHEN count(i.known_position) = 0 THEN CASE WHEN a.actual = a.expected THEN 'n' ELSE 'c' END
                WHEN count(i.known_position) = count(*)
                 AND bool_and(i.known_stream = a.stream AND i.known_revision = a.expected + i.nth) THEN 'a'
                ELSE 'u' END AS verdict
    FROM appends a JOIN incoming i ON i.owner = a.place
    GROUP BY a.place, a.stream, a.expected, a.actual
  ), placed AS MATERIALIZED (
    SELECT j.*, coalesce(j.known_position, head.position + sum(j.size) FILTER (WHERE j.verdict = 'n') OVER (ORDER BY j.place))
             ::bigint AS last_position
    FROM judged j, (SELECT coalesce(max(e.position), 0) AS position FROM kheo_log.events e) head
  ), stored AS (
    INSERT INTO kheo_log.events (position, stream, category, revision, id, type, version, data, meta, recorded_at)
    SELECT p.last_position - p.size + i.nth, p.stream, split_part(p.stream, '-', 1), p.expected + i.nth,
           i.id, i.type, i.version, i.data::json, i.meta::json, i.instant::timestamptz
    FROM placed p JOIN incoming i ON i.owner = p.place
    WHERE p.verdict = 'n'
  ), told AS (
    SELECT pg_notify('kheo_log', max(p.last_position)::text) FROM placed p WHERE p.verdict = 'n' HAVING count(*) > 0
  )
  SELECT p.verdict::"char", p.expected + p.size, p.last_position, p.actual
  FROM placed p LEFT JOIN told ON true
  ORDER BY p.place;
END $$;

REVOKE ALL ON FUNCTION kheo_log.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kheo_log.append TO kheo_app;
`;
