{# S001 #}
{% test document_is_statement(model) %}
{{ config(severity=tieout.severity_of('S001'), enabled=tieout.is_on('S001'), meta={'rule': 'S001'}) }}
select
  cast(null as integer) as statement_id,
  cast(null as {{ tieout.text_type() }}) as line_id,
  d.file_name as path,
  'no balance sheet here' as says
from {{ model }} as d
left join {{ ref('stg_header') }} as h on h.document_order = d.document_order
where d.is_object and h.statement_id is null
group by d.file_name, d.document_order
{% endtest %}
