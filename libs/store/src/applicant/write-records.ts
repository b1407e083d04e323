/**
 * Whether documents say different things. The same fields in another order make a text of the same length, so that only what might be
 * such a text is taken apart.
 */
const differs = (a: string, b: string): string => `
      case when octet_length(${a}::text) <> octet_length(${b}::text) then true
           when ${a}::text = ${b}::text then false
           else ${a}::jsonb <> ${b}::jsonb end`;

/**
 * The statement that writes documents where they differ from what stands, with history and summary. `incoming` selects them, one an
 * applicant, as (external_id, season, document); $1 is the school, $2 its own, $3 to $8 are the mark of the change (`markParameters`).
 */
export const writeRecords = (incoming: string): string => `
  with incoming as (                                -- the documents given, one an applicant
    ${incoming}
  ), standing as (                                  -- what they replace, where they differ; locked against other writers
    select a.* from applicant a join incoming i on i.external_id = a.external_id
    where a.school_id = $1 and ${differs('a.document', 'i.document')}
    for update of a
  ), archived as (                                  -- the version that was, with who made it
    insert into applicant_history (school_id, applicant_id, version, document, changed_by, changed_at, known_on, reason, source, import_id)
    select school_id, id, version, document, changed_by, changed_at, known_on, reason, source, import_id from standing
  ), written as (
    insert into applicant (school_id, external_id, season, version, document, changed_by, changed_at, known_on, reason, source, import_id)
    select $1, external_id, season, 1, document, $3, $4, $5, $6, $7, $8 from incoming
    where (select count(*) from standing) >= 0      -- trap: makes standing read (and lock) before this writes, or it would find nothing left to lock
    on conflict (school_id, external_id) do update
      set season = excluded.season, version = applicant.version + 1, document = excluded.document, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at, known_on = excluded.known_on, reason = excluded.reason, source = excluded.source, import_id = excluded.import_id
      where applicant.id in (select id from standing) or ${differs('applicant.document', 'excluded.document')}
    returning id, external_id, season, version, document
  ), told as (                                      -- what lists and searches take from a document, which is read once
    select written.id, written.external_id, written.season, said.*
    from written
    cross join lateral json_to_record(written.document) as said ("applicantType" text, name json, email text, advisor text, "specialtyPlan" json, exams json)
  ), summarised as (                                -- the columns of the list that the document decides
    insert into applicant_summary (school_id, applicant_id, external_id, season, applicant_type, given_name, family_name, preferred_name,
                                   sort_name, primary_specialty, advisor, step2_score, booked_exams, booked_until, changed_on)
    select $1, id, external_id, season, "applicantType", name ->> 'given', name ->> 'family', name ->> 'preferred',
           lower((name ->> 'family') || ' ' || (name ->> 'given')), "specialtyPlan" ->> 'primary', lower(advisor), latest.score,
           booked.exams, booked.until, $5
    from told
    left join lateral (                             -- the newest Step 2 CK that has a score
      select (exam ->> 'score')::integer as score
      from json_array_elements(exams) as exam
      where exam ->> 'exam' = 'step2ck' and exam ->> 'score' is not null
      order by exam ->> 'takenOn' desc limit 1
    ) as latest on true
    cross join lateral (                            -- what is booked and not yet taken
      select coalesce(jsonb_agg(jsonb_build_array(exam ->> 'exam', exam ->> 'bookedFor') order by exam ->> 'bookedFor', exam ->> 'exam'), '[]') as exams,
             max(exam ->> 'bookedFor')::date as until
      from json_array_elements(exams) as exam
      where exam ->> 'bookedFor' is not null and exam ->> 'takenOn' is null
    ) as booked
    on conflict (school_id, applicant_id) do update
      set season = excluded.season, applicant_type = excluded.applicant_type, given_name = excluded.given_name, family_name = excluded.family_name,
          preferred_name = excluded.preferred_name, sort_name = excluded.sort_name,
          primary_specialty = excluded.primary_specialty, advisor = excluded.advisor, step2_score = excluded.step2_score,
          booked_exams = excluded.booked_exams, booked_until = excluded.booked_until, changed_on = excluded.changed_on
  ), findable as (                                  -- given name twice, so that "given family" and "family given" are both found
    insert into applicant_search (school_id, applicant_id, search_text)
    select $1, id, lower(concat_ws(' ', name ->> 'given', name ->> 'family', name ->> 'given', name ->> 'preferred', external_id, email))
    from told
    on conflict (school_id, applicant_id) do update set search_text = excluded.search_text
      where applicant_search.search_text <> excluded.search_text
  )
  select id, external_id as "externalId", version, season from written`;
