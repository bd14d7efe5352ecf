{# S006 #}
{% test name_unlike_those_above(model) %}
{{ config(severity=tieout.severity_of('S006'), enabled=tieout.is_on('S006'), meta={'rule': 'S006'}) }}
with alike as (
  select b.statement_id, b.line_id, max(a.line_order) as line_above
  from {{ model }} as a
  join {{ model }} as b
    on b.statement_id = a.statement_id and b.name = a.name and b.level > a.level
    and substr(b.place, 1, length(a.place)) = a.place
  where {{ tieout.trimmed('a.name') }} <> ''
  group by b.statement_id, b.line_id
),
repeated as (
  select l.* from alike as x join {{ model }} as l on l.statement_id = x.statement_id and l.line_id = x.line_id
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' is named like a group that it stands in'", reported='amount') }}
from repeated
{% endtest %}
