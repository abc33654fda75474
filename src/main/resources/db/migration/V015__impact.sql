-- What a draft would change, counted before it is law; the newest report of a release counts.
create table impact_report (
    id            uuid        primary key,
    release_id    uuid        not null references release,
    changed_share numeric     not null check (changed_share between 0 and 1),
    report        text        not null,
    finished_at   timestamptz not null
);
create index impact_report_release on impact_report (release_id, id);

-- The subjects for whom an answer changes, the most affected first.
create table impact_subject (
    report_id       uuid   not null references impact_report,
    place           int    not null check (place > 0),
    subject_id      uuid   not null references subject,
    changed_answers bigint not null,
    changes         text   not null,
    primary key (report_id, place)
);

do $$
declare t text;
begin
    foreach t in array array['impact_report', 'impact_subject'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
                t || '_stays', t);
        execute format('create trigger %I before truncate on %I for each statement execute function refuse_to_empty()',
                t || '_is_never_emptied', t);
    end loop;
end $$;
