{# V004 #}
{% test decimals_usual(model) %}
{{ config(severity=tieout.severity_of('V004'), enabled=tieout.is_on('V004'), meta={'rule': 'V004'}) }}
with written as (
  select *, {{ tieout.decimals_of('amount_text') }} as written_to
  from {{ model }}
  where amount is not null
),
seen as (
  select statement_id, written_to, count(*) as amounts,
    sum(count(*)) over (partition by statement_id) as of_amounts
  from written
  where not {{ tieout.is_residue('amount_text') }}
  group by statement_id, written_to
),
usual as (
  select statement_id,
    coalesce(max(case when amounts >= 2 and amounts * 10 >= of_amounts then written_to end), max(written_to)) as usual
  from seen
  group by statement_id
),
excess as (
  select w.*, u.usual from written as w join usual as u on u.statement_id = w.statement_id where w.written_to > u.usual
)
select {{ tieout.failing("'the amount of ' || " ~ tieout.quoted('name') ~ " || ', ' || " ~ tieout.quoted('amount_text') ~ " || ', has more decimals than the statement uses'", reported='amount_text') }}
from excess
{% endtest %}
