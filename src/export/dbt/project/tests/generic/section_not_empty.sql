{# S003 #}
{% test section_not_empty(model) %}
{{ config(severity=tieout.severity_of('S003'), enabled=tieout.is_on('S003'), meta={'rule': 'S003'}) }}
select {{ tieout.failing(tieout.quoted('name') ~ " || ' has no lines'", reported='amount') }}
from {{ model }}
where level = 0 and not is_group and not items_malformed
  and section in ('assets', 'liabilities', 'equity', 'debits', 'credits')
{% endtest %}
