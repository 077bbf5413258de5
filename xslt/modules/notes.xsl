<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes (P5 ch. 3.9): the call where the note stands, the bodies at the end of the division. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The call of a note, in one rule without predicates, since there are thousands. The usual note has an id and a number; one numbered 0 is the
       source note: the print calls it by nothing, the screen by its name. -->
  <xsl:template match="note" mode="render" priority="20">
    <xsl:choose>
      <xsl:when test="@rend = 'inline'"><xsl:call-template name="inline-note"/></xsl:when>
      <xsl:when test="$has-gathered and map:contains($gathered, generate-id())"><xsl:call-template name="gathered-notes"/></xsl:when>
      <xsl:when test="@target and c:is-recall(.)"><xsl:call-template name="recall"/></xsl:when>
      <xsl:when test="@n = '0'">
        <xsl:variable name="id" as="xs:string" select="c:note-id(.)"/>
        <a class="noteref" data-note="source" id="{$id}-ref" href="#{$id}" role="doc-noteref" aria-label="Source note">Source</a>
      </xsl:when>
      <xsl:when test="@xml:id and @n">
        <a class="noteref" id="{@xml:id}-ref" href="#{@xml:id}" role="doc-noteref" aria-label="Note {@n}"><xsl:value-of select="@n"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="id" as="xs:string" select="c:note-id(.)"/>
        <a class="noteref" id="{$id}-ref" href="#{$id}" role="doc-noteref" aria-label="Note {c:note-label(.)}"><xsl:value-of select="c:note-label(.)"/></a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A second call of a note. -->
  <xsl:template name="recall">
    <xsl:variable name="id" as="xs:string" select="c:pointed(@target)"/>
    <xsl:variable name="this" as="element(note)" select="."/>
    <a class="noteref" href="#{$id}" role="doc-noteref" aria-label="{if (@n = '0') then 'Source note' else 'Note ' || c:note-label(.)}" id="{$id}-ref-{1 + count($recalls($id)[. &lt;&lt; $this]) + 1}">
      <xsl:value-of select="if (@n = '0') then 'Source' else c:note-label(.)"/>
    </a>
    <xsl:if test="@xml:id"><span class="anchor" id="{@xml:id}"/></xsl:if>
  </xsl:template>

  <!-- A note printed in the line of the text: a file number before the head, "[Footnote in the source text]". -->
  <xsl:template name="inline-note">
    <xsl:if test="@xml:id"><xsl:call-template name="address"/></xsl:if>
    <xsl:element name="{if (parent::p or parent::head or parent::item or parent::hi) then 'span' else 'p'}">
      <xsl:attribute name="class" select="'note-inline'"/>
      <xsl:if test="@type"><xsl:attribute name="data-type" select="@type"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </xsl:element>
  </xsl:template>

  <!-- Notes that an editor has gathered, as the list that they are: one stands for those that follow it. -->
  <xsl:template name="gathered-notes">
    <xsl:if test="not(preceding-sibling::*[1][map:contains($gathered, generate-id())])">
      <xsl:variable name="end" as="element()?" select="following-sibling::*[not(map:contains($gathered, generate-id()))][1]"/>
      <ul class="endnotes">
        <xsl:for-each select="., following-sibling::note[empty($end) or . &lt;&lt; $end]">
          <xsl:variable name="label" as="xs:string" select="normalize-space(c:note-label(.))"/>
          <xsl:variable name="calls" as="element()*" select="$calls(string(@xml:id))"/>
          <li class="marked-item">
            <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
            <xsl:if test="@xml:lang"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
            <xsl:if test="$label ne '' and not(starts-with(normalize-space(), $label))">
              <span class="added mark"><xsl:value-of select="if (matches($label, '[\p{L}\p{N}]$')) then $label || '.' else $label"/></span>
            </xsl:if>
            <xsl:apply-templates mode="render"/>
            <xsl:for-each select="$calls ! c:call-id(.), if (empty($calls) and key('identified', c:pointed(string(@target)))) then c:pointed(@target) else ()">
              <a class="backref" href="#{.}" role="doc-backlink" aria-label="Back to the place of note {$label}">↩</a>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The bodies of the notes that are called in this division, in the order of their calls; those of divisions inside it are theirs. -->
  <xsl:template name="notes">
    <xsl:param name="notes" as="element(note)*" select="$bodies(generate-id())"/>
    <xsl:if test="exists($notes)">
      <section class="notes" role="doc-endnotes" aria-label="Notes"><xsl:apply-templates select="$notes[@n = '0'], $notes[not(@n = '0')]" mode="note"/></section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="note">
    <xsl:variable name="id" as="xs:string" select="if (@xml:id) then @xml:id else c:note-id(.)"/>
    <xsl:variable name="label" as="xs:string" select="if (@n) then @n else c:note-label(.)"/>
    <div class="note" id="{$id}" data-n="{if ($label = '0') then '' else $label}" role="doc-footnote">
      <xsl:if test="@type"><xsl:attribute name="data-type" select="@type"/></xsl:if>
      <xsl:apply-templates mode="render"/>
      <a class="backref" href="#{$id}-ref" role="doc-backlink" aria-label="Back to the call of {if ($label = '0') then 'the source note' else 'note ' || $label}">↩</a>
      <xsl:for-each select="$recalls($id)">
        <a class="backref" href="#{$id}-ref-{position() + 1}" role="doc-backlink" aria-label="Back to call {position() + 1} of the note">↩</a>
      </xsl:for-each>
    </div>
  </xsl:template>
</xsl:stylesheet>
