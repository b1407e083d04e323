-- What must hold of every school whatever happened: killed processes, lost queues, restarts, restores. Each statement names what does not
-- hold, one row each, and is asked school by school: by psql after  select set_config('matchwatch.school', '<school>', false);

-- invariant: no flag without an answer of the run that opened it
select format('flag %s (%s) of applicant %s: run %s has no answer', f.id, f.rule_code, f.applicant_id, f.opened_run)
from flag f
where f.school_id = current_setting('matchwatch.school')
  and not exists (select from run_answer a where a.school_id = f.school_id and a.run_id = f.opened_run and a.applicant_id = f.applicant_id);

-- invariant: flags are opened, moved and closed by published runs alone
select format('event %s of flag %s: run %s is %s', e.id, e.flag_id, e.run_id, coalesce(r.state, 'missing'))
from flag_event e left join run r on r.school_id = e.school_id and r.id = e.run_id
where e.school_id = current_setting('matchwatch.school') and r.state is distinct from 'published';

-- invariant: events add up to flags
with event as (
  select e.*, row_number() over of_flag as no, lag(e.new_level) over of_flag as before
  from flag_event e where e.school_id = current_setting('matchwatch.school')
  window of_flag as (partition by e.flag_id order by e.id)
), last as (
  select distinct on (flag_id) * from event order by flag_id, id desc
)
select format('flag %s: its %s. event (%s) does not follow from the one before', flag_id, no, kind) from event
where case when no = 1 then kind <> 'opened' or old_level is not null else kind = 'opened' or old_level is distinct from before end
union all
select format('flag %s is %s since run %s, and its events say otherwise', f.id, coalesce(f.level, '-'), coalesce(f.closed_run, f.opened_run))
from flag f left join last on last.school_id = f.school_id and last.flag_id = f.id
where f.school_id = current_setting('matchwatch.school')
  and (last.id is null
       or case when f.closed_run is null then last.kind = 'closed' or last.new_level is distinct from f.level
               else last.kind <> 'closed' or last.run_id <> f.closed_run end);

-- invariant: a run counts the events it wrote
with counted as (
  select run_id, count(*) filter (where kind = 'opened') as opened, count(*) filter (where kind = 'raised') as raised,
         count(*) filter (where kind = 'lowered') as lowered, count(*) filter (where kind = 'closed') as closed
  from flag_event where school_id = current_setting('matchwatch.school') group by run_id
), undone as (
  -- Who is taken away with the import that brought them takes their events along.
  select exists (select from import_batch b where b.school_id = current_setting('matchwatch.school') and b.state = 'undone') as any
)
select format('run %s opened %s, raised %s, lowered %s and closed %s flags, and its events say otherwise', r.id, r.opened, r.raised, r.lowered, r.closed)
from run r left join counted c on c.run_id = r.id, undone
where r.school_id = current_setting('matchwatch.school') and r.state = 'published'
  and (array[r.opened, r.raised, r.lowered, r.closed]
         <> array[coalesce(c.opened, 0), coalesce(c.raised, 0), coalesce(c.lowered, 0), coalesce(c.closed, 0)]::integer[])
  and (not undone.any or r.opened < coalesce(c.opened, 0) or r.raised < coalesce(c.raised, 0)
       or r.lowered < coalesce(c.lowered, 0) or r.closed < coalesce(c.closed, 0));

-- invariant: a closed run did every chunk once and accounts for everybody in it
with chunk as (
  select run_id, count(*) as total, count(*) filter (where state <> 'open') as done, sum(population) as population
  from run_chunk where school_id = current_setting('matchwatch.school') group by run_id
)
select format('run %s: %s of %s chunks, %s applicants of whom %s assessed and %s failed', r.id, r.chunks_done, r.chunks_total, r.population, r.assessed, r.failed)
from run r left join chunk c on c.run_id = r.id
where r.school_id = current_setting('matchwatch.school') and r.outcome is not null
  and (r.chunks_done <> r.chunks_total or r.chunks_total <> coalesce(c.total, 0) or coalesce(c.done, 0) <> coalesce(c.total, 0)
       or r.population <> coalesce(c.population, 0) or r.assessed + r.failed > r.population or r.unchanged > r.assessed);

-- invariant: a published run has an answer of its own or a standing one, or a problem, for everybody it was about
select format('run %s says nothing of applicant %s', r.id, a.id)
from run r
join run_chunk c on c.school_id = r.school_id and c.run_id = r.id and c.state = 'done'
join applicant a on a.school_id = r.school_id and a.season = r.season and a.id between c.first_id and c.last_id
  and (c.ids is null or a.id = any (c.ids))
where r.school_id = current_setting('matchwatch.school') and r.state = 'published'
  and not exists (select from standing_answer s where s.school_id = r.school_id and s.applicant_id = a.id)
  and not exists (select from run_answer o where o.school_id = r.school_id and o.run_id = r.id and o.applicant_id = a.id)
  and not exists (select from run_problem p where p.school_id = r.school_id and p.run_id = r.id and p.applicant_id = a.id)
  -- Who came while the run worked waits for the next.
  and coalesce((select min(h.changed_at) from applicant_history h where h.school_id = a.school_id and h.applicant_id = a.id), a.changed_at) < r.queued_at;

-- invariant: answers, of which none is of a trial, stand by published runs and by records that exist
select format('the standing answer of applicant %s is of run %s, which is %s, and of record %s', s.applicant_id, s.run_id, r.state, s.record_version)
from standing_answer s
join run r on r.school_id = s.school_id and r.id = s.run_id
join run_answer o on o.school_id = s.school_id and o.run_id = s.run_id and o.applicant_id = s.applicant_id
join applicant a on a.school_id = s.school_id and a.id = s.applicant_id
where s.school_id = current_setting('matchwatch.school')
  and (r.state <> 'published' or r.kind = 'shadow' or s.record_version > a.version or s.digest <> o.digest or s.risk_level <> o.risk_level
       or s.record_version <> o.record_version);

-- invariant: levels moved as the standing answers say
with last as (
  select distinct on (applicant_id) * from level_change
  where school_id = current_setting('matchwatch.school') order by applicant_id, run_id desc
)
select format('applicant %s stands at %s and was last moved to %s', s.applicant_id, s.risk_level, coalesce(last.new_level, 'none'))
from standing_answer s left join last on last.applicant_id = s.applicant_id
where s.school_id = current_setting('matchwatch.school') and last.new_level is distinct from s.risk_level;

-- invariant: every applicant has one summary that says what record, answer and open flags say
select format('the summary of applicant %s says otherwise than %s', a.id,
              case when m.applicant_id is null then 'nothing: it is missing' when s.risk_level is distinct from m.risk_level then 'the standing answer'
                   when (m.open_urgent, m.open_act, m.open_watch, m.open_note) is distinct from (f.urgent, f.act, f.watch, f.note) then 'the open flags'
                   else 'the record' end)
from applicant a
left join applicant_summary m on m.school_id = a.school_id and m.applicant_id = a.id
left join applicant_search t on t.school_id = a.school_id and t.applicant_id = a.id
left join standing_answer s on s.school_id = a.school_id and s.applicant_id = a.id
cross join lateral (
  select count(*) filter (where level = 'urgent')::integer as urgent, count(*) filter (where level = 'act')::integer as act,
         count(*) filter (where level = 'watch')::integer as watch, count(*) filter (where level = 'note')::integer as note
  from flag where flag.school_id = a.school_id and flag.applicant_id = a.id and flag.closed_run is null
) as f
where a.school_id = current_setting('matchwatch.school')
  and (m.applicant_id is null or t.applicant_id is null
       or (m.external_id, m.season) is distinct from (a.external_id, a.season)
       or (m.applicant_type, m.given_name, m.family_name, m.primary_specialty)
          is distinct from (a.document ->> 'applicantType', a.document -> 'name' ->> 'given', a.document -> 'name' ->> 'family', a.document -> 'specialtyPlan' ->> 'primary')
       or s.risk_level is distinct from m.risk_level
       or (m.open_urgent, m.open_act, m.open_watch, m.open_note) is distinct from (f.urgent, f.act, f.watch, f.note));

-- invariant: summaries tell the last meeting that was held and the next task that is due
select format('applicant %s: last meeting %s, next due %s', m.applicant_id, coalesce(m.last_meeting_on::text, '-'), coalesce(m.next_due_on::text, '-'))
from applicant_summary m
where m.school_id = current_setting('matchwatch.school')
  and (m.last_meeting_on, m.next_due_on) is distinct from (
    (select max(t.on_day) from meeting t where t.school_id = m.school_id and t.applicant_id = m.applicant_id and t.state = 'held'),
    (select min(t.due_on) from task t left join plan p on p.school_id = t.school_id and p.id = t.plan_id
     where t.school_id = m.school_id and t.applicant_id = m.applicant_id and t.state = 'open' and not t.restricted and p.state is distinct from 'draft'));

-- invariant: every version of a record is kept
select format('applicant %s is at version %s and has %s earlier ones', a.id, a.version, count(h.version))
from applicant a left join applicant_history h on h.school_id = a.school_id and h.applicant_id = a.id
where a.school_id = current_setting('matchwatch.school')
group by a.id, a.version
having count(h.version) <> a.version - 1 or coalesce(max(h.version), 0) <> a.version - 1;

-- invariant: a delivery has at most one end, and its tries say the same
select format('delivery %s is %s after %s tries', d.id, d.state, d.attempts)
from delivery d
cross join lateral (
  select count(*)::integer as tries, count(*) filter (where t.outcome is null)::integer as going,
         count(*) filter (where t.outcome = 'accepted')::integer as accepted
  from delivery_attempt t where t.school_id = d.school_id and t.delivery_id = d.id
) as t
cross join lateral (
  select count(*) filter (where decision = 'again')::integer as again, count(*) filter (where decision = 'arrived')::integer as arrived
  from delivery_decision c where c.school_id = d.school_id and c.delivery_id = d.id
) as c
where d.school_id = current_setting('matchwatch.school')
  and (t.tries <> d.attempts or t.going <> case when d.state = 'sending' then 1 else 0 end
       or t.accepted > 1 + c.again or (d.state = 'sent' and t.accepted + c.arrived = 0));

-- invariant: what a slot started is a run of that slot
select format('slot %s of schedule %s names run %s', l.slot_at, l.schedule_id, named.id)
from schedule_slot l cross join unnest(l.run_ids) as named (id)
left join run r on r.school_id = l.school_id and r.id = named.id
where l.school_id = current_setting('matchwatch.school') and r.id is null;

-- invariant: the audit is one chain, and its head is its last line
with link as (
  select seq, previous_hash, hash, line, lag(hash, 1, '') over (order by seq) as before, row_number() over (order by seq) as no
  from audit_line where school_id = current_setting('matchwatch.school')
)
select format('line %s of the audit', seq) from link
where seq <> no or previous_hash <> before or hash <> encode(sha256(convert_to(before || E'\n' || seq || E'\n' || line::text, 'UTF8')), 'hex')
union all
select format('the audit ends at line %s, and its head is %s', coalesce(l.seq, 0), coalesce(h.seq, 0))
from (select max(seq) as seq from link) as last
left join link l on l.seq = last.seq
full join (select * from audit_head where school_id = current_setting('matchwatch.school')) as h on true
where coalesce(l.seq, 0) <> coalesce(h.seq, 0) or coalesce(l.hash, '') <> coalesce(h.hash, '');

-- invariant: an edition of a report names a published run
select format('edition %s is of run %s, which is %s', e.id, e.run_id, r.state)
from report_edition e join run r on r.school_id = e.school_id and r.id = e.run_id
where e.school_id = current_setting('matchwatch.school') and r.state <> 'published';

-- invariant: a review is of a flag that exists, and of the flag's applicant
select format('the review of flag %s is of applicant %s', v.flag_id, v.applicant_id)
from review v left join flag f on f.school_id = v.school_id and f.id = v.flag_id
where v.school_id = current_setting('matchwatch.school') and f.applicant_id is distinct from v.applicant_id;

-- invariant: a review stands as the last decision about its flag was written down
with last as (
  select distinct on (flag_id) * from review_event where school_id = current_setting('matchwatch.school') order by flag_id, id desc
)
select format('the review of flag %s is %s, and the last decision about it left %s', coalesce(v.flag_id, last.flag_id), coalesce(v.state, 'missing'),
              coalesce(last.state, 'nothing'))
from (select * from review where school_id = current_setting('matchwatch.school')) as v
full join last on last.flag_id = v.flag_id
where (v.applicant_id, v.rule_code, v.state, v.level, v.decided_on, v.until_on, v.assigned_to, v.because, v.note, v.decided_by, v.decided_at)
      is distinct from (last.applicant_id, last.rule_code, last.state, last.level, last.decided_on, last.until_on, last.assigned_to, last.because,
                        last.note, last.decided_by, last.decided_at);
