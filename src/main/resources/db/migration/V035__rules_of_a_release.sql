-- The rules of law that a release was compiled with: an old release is decided by its own rules, not by those of the build.
create table release_rule (
    release_id uuid not null references release,
    name       text not null,
    text       text not null,
    primary key (release_id, name)
);
create trigger release_rule_stays before update or delete on release_rule
    for each row execute function refuse_change();
create trigger release_rule_is_never_emptied before truncate on release_rule
    for each statement execute function refuse_truncate();
