{# S007 #}
{% test no_pass_through(model) %}
{{ config(severity=tieout.severity_of('S007'), enabled=tieout.is_on('S007'), meta={'rule': 'S007'}) }}
with only_item as (
  select g.*, i.name as item_name
  from {{ model }} as g
  join {{ model }} as i on i.statement_id = g.statement_id and i.parent_id = g.line_id
  where g.level > 0 and g.items = 1 and not g.items_malformed and g.amount = i.amount
)
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has one item, ' || " ~ tieout.quoted('item_name') ~ " || ', of the same amount'", reported='amount') }}
from only_item
{% endtest %}
